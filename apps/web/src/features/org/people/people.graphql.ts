import { graphql } from "../../../gql/gql";

export const CREATE_USER = graphql(`
  mutation CreateUser($name: String!, $email: String!, $clientMutationId: String) {
    createUser(name: $name, email: $email, clientMutationId: $clientMutationId) {
      ...Person
    }
  }
`);

export const INVITE_USER = graphql(`
  mutation InviteUser($user: ID!, $clientMutationId: String) {
    inviteUser(user: $user, clientMutationId: $clientMutationId) {
      url
      mailed
      expiresAt
      user {
        id
      }
    }
  }
`);

export const DEACTIVATE_USER = graphql(`
  mutation DeactivateUser($id: ID!, $clientMutationId: String) {
    deactivateUser(id: $id, clientMutationId: $clientMutationId) {
      id
      active
    }
  }
`);

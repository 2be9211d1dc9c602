import { graphql } from "../../../gql/gql";

export const ACCOUNT = graphql(`
  query Account {
    sessions {
      ...SessionRow
    }
    apiTokens {
      ...ApiTokenRow
    }
  }
`);

export const SESSION_ROW = graphql(`
  fragment SessionRow on Session {
    id
    device
    address
    createdAt
    lastSeenAt
    current
  }
`);

export const API_TOKEN_ROW = graphql(`
  fragment ApiTokenRow on ApiToken {
    id
    name
    scopes
    createdAt
    expiresAt
    lastUsedAt
  }
`);

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($current: String!, $new: String!, $clientMutationId: String) {
    changePassword(current: $current, new: $new, clientMutationId: $clientMutationId) {
      user {
        id
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($id: ID!, $clientMutationId: String) {
    endSession(id: $id, clientMutationId: $clientMutationId)
  }
`);

export const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere($clientMutationId: String) {
    signOutEverywhere(clientMutationId: $clientMutationId)
  }
`);

export const CREATE_API_TOKEN = graphql(`
  mutation CreateApiToken(
    $name: String!
    $scopes: [TokenScope!]
    $expiresAt: DateTime
    $clientMutationId: String
  ) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt, clientMutationId: $clientMutationId) {
      id
      token
    }
  }
`);

export const REVOKE_API_TOKEN = graphql(`
  mutation RevokeApiToken($id: ID!, $clientMutationId: String) {
    revokeApiToken(id: $id, clientMutationId: $clientMutationId)
  }
`);

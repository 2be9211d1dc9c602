import { graphql } from "../../gql/gql";

export const ROLE = graphql(`
  fragment RoleDetails on Role {
    id
    base
    builtIn
    name
    reach
    readFields
    writeFields
    actions
    archived
    revision
  }
`);

/** All staff know the roles, as they know who has which (R8). */
export const ROLES = graphql(`
  query Roles {
    roles {
      ...RoleDetails
    }
  }
`);

export const CREATE_ROLE = graphql(`
  mutation CreateRole($copyOf: ID!, $name: String!, $clientMutationId: String) {
    createRole(copyOf: $copyOf, name: $name, clientMutationId: $clientMutationId) {
      ...RoleDetails
    }
  }
`);

export const UPDATE_ROLE = graphql(`
  mutation UpdateRole($id: ID!, $revision: Int!, $input: UpdateRoleInput!, $clientMutationId: String) {
    updateRole(id: $id, revision: $revision, input: $input, clientMutationId: $clientMutationId) {
      ...RoleDetails
    }
  }
`);

export const ARCHIVE_ROLE = graphql(`
  mutation ArchiveRole($id: ID!, $clientMutationId: String) {
    archiveRole(id: $id, clientMutationId: $clientMutationId) {
      ...RoleDetails
    }
  }
`);

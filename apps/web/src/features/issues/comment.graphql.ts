import { graphql } from "../../gql/gql";

export const COMMENT_FIELDS = graphql(`
  fragment CommentFields on Comment {
    id
    body
    internal
    createdAt
    editedAt
    author {
      id
      name
      avatarUrl
    }
  }
`);

export const ADD_COMMENT = graphql(`
  mutation AddComment($issue: ID!, $body: String!, $internal: Boolean!, $mutationKey: String) {
    addComment(issue: $issue, body: $body, internal: $internal, clientMutationId: $mutationKey) {
      ...CommentFields
    }
  }
`);

export const UPDATE_COMMENT = graphql(`
  mutation UpdateComment($id: ID!, $body: String!, $mutationKey: String) {
    updateComment(id: $id, body: $body, clientMutationId: $mutationKey) {
      ...CommentFields
    }
  }
`);

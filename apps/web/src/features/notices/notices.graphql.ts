import { graphql } from "../../gql/gql";

export const NOTICE_FIELDS = graphql(`
  fragment NoticeFields on Notice {
    id
    at
    text
    message
    read
    event {
      id
      kind
      actor {
        id
        name
        avatarUrl
      }
    }
    issue {
      id
      key
      title
    }
  }
`);

/** How many of the viewer's notices are unread. */
export const UNREAD_NOTICES = graphql(`
  query UnreadNotices {
    unreadNotices
  }
`);

/** B4: the viewer's notices, newest first. @param after the last one of the page before */
export const NOTICES = graphql(`
  query Notices($first: Int!, $after: ID) {
    notices(first: $first, after: $after) {
      ...NoticeFields
    }
    unreadNotices
  }
`);

export const MARK_NOTICES_READ = graphql(`
  mutation MarkNoticesRead($ids: [ID!]!) {
    markNoticesRead(ids: $ids)
  }
`);

export const MARK_ALL_NOTICES_READ = graphql(`
  mutation MarkAllNoticesRead($upTo: ID!) {
    markAllNoticesRead(upTo: $upTo)
  }
`);

/** What concerns the viewer, as it happens. */
export const INBOX_CHANGED = graphql(`
  subscription InboxChanged {
    inboxChanged {
      unread
      notice {
        ...NoticeFields
      }
    }
  }
`);

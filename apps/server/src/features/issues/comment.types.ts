import { Field, ID, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../../platform/graphql/page.types.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";
import { User } from "../org/org.types.js";
import { Issue } from "./issue.types.js";

@ObjectType({ simpleResolvers: true })
export class Comment {
  @Field(() => ID)
  id!: string;

  @Field(() => Issue)
  issue!: Issue;

  @Field(() => User)
  author!: User;

  @Field(() => String)
  body!: string;

  @Field(() => Boolean)
  internal!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  editedAt!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class CommentEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Comment)
  node!: Comment;
}

@ObjectType({ simpleResolvers: true })
export class CommentConnection {
  @Field(() => [Comment])
  nodes!: Comment[];

  @Field(() => [CommentEdge])
  edges!: CommentEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

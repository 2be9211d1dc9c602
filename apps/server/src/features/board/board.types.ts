import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Status, StatusCategoryEnum, Unit } from "../org/org.types.js";

@ObjectType({ simpleResolvers: true })
export class BoardColumn {
  @Field(() => String)
  name!: string;

  @Field(() => Status, {
    nullable: true,
    description:
      "Where a drop goes: the first of `statuses`. Null on a board over several units, whose columns are categories.",
  })
  status!: Status | null;

  @Field(() => [Status])
  statuses!: Status[];

  @Field(() => StatusCategoryEnum)
  category!: string;

  @Field(() => Int, { nullable: true })
  wipLimit!: number | null;

  @Field(() => Int)
  count!: number;

  @Field(() => Float, { nullable: true })
  estimateSum!: number | null;

  @Field(() => [ID], {
    description:
      "The whole order of the column, filter applied, so that a client can show thousands and fetch only what is in sight.",
  })
  issueIds!: string[];

  @Field(() => Int, {
    description:
      "In a CLOSED column: how many more were closed before the last `closedDays`; the column holds and counts only the rest.",
  })
  olderCount!: number;
}

@ObjectType({ simpleResolvers: true })
export class Board {
  @Field(() => Unit)
  unit!: Unit;

  @Field(() => [BoardColumn])
  columns!: BoardColumn[];

  @Field(() => ID, { description: "The newest event this answer contains: pass it as `since`." })
  lastEvent!: string;
}

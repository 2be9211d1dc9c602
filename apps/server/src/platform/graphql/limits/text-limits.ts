import { GraphQLError, Lexer, Source, TokenKind, type Token } from "graphql";
import { overLimit } from "./over-limit.js";

export const MAX_TOKENS = 10_000;
/** Brackets within brackets: the parser calls itself for each, and its stack is not endless. */
export const MAX_NESTING = 200;

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function nextToken(lexer: Lexer): Token | null {
  try {
    return lexer.advance();
  } catch (error) {
    // What is no GraphQL at all is for the parser to say.
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** What is too long or too deep to be parsed; null where it can be. One pass, and no further than the limit. */
export function textOverLimit(text: string): GraphQLError | null {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  for (let tokens = 0; tokens <= MAX_TOKENS; tokens++) {
    const token = nextToken(lexer);
    if (token === null || token.kind === TokenKind.EOF) return null;
    if (OPENING.has(token.kind)) depth++;
    else if (CLOSING.has(token.kind)) depth--;
    if (depth > MAX_NESTING) return overLimit("request.tooDeep", MAX_NESTING);
  }
  return overLimit("request.tooLong", MAX_TOKENS);
}

/** The part of a logger that the parts below the features need; pino's fits. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** How long a database may take to say that it is there, and how long its word holds. */
const ANSWER_MS = 2_000;
const FRESH_MS = 500;

/** Whether requests can be served now. */
export class Readiness {
  private readonly ping: () => Promise<unknown>;
  private asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  private isStopping = false;

  /** @param ping asks the database for a sign of life */
  constructor(ping: () => Promise<unknown>) {
    this.ping = ping;
  }

  /** From here on no new request is wanted. */
  stop(): void {
    this.isStopping = true;
  }

  async isReady(): Promise<boolean> {
    if (this.isStopping) return false;
    const now = performance.now();
    if (!this.asked || now - this.asked.at > FRESH_MS) this.asked = { at: now, answer: this.ask() };
    return this.asked.answer;
  }

  private async ask(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, ANSWER_MS, false);
    });
    const said = this.ping().then(
      () => true,
      () => false,
    );
    const answer = await Promise.race([said, late]);
    clearTimeout(timer);
    return answer;
  }
}

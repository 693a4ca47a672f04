// Runs jobs one after the other: the next one starts when the one before has ended, well or badly.

/** Returns a function that queues a job and resolves or rejects as the job does. */
export function inTurn(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job, job);
    last = run.catch(() => undefined);
    return run;
  };
}

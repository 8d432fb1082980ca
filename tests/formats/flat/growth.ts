/** By how many megabytes the heap grows at most while something runs. */
export async function growth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 20);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (Math.max(most, process.memoryUsage().heapUsed) - before) / 1_048_576;
}

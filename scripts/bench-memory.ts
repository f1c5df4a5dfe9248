/** Watch how much memory this process takes from now on. Units: `stop` gives the most that was seen, in MB. */
export function watchMemory(): { stop(): number } {
  let most = look();
  const timer = setInterval(() => (most = Math.max(most, look())), 20);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(Math.max(most, look()) / 100_000) / 10;
    },
  };
}

const look = () => process.memoryUsage.rss();

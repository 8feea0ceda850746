// Stands in for native-watchdog: ends the extension host when the server that started it is gone.
exports.start = (pid) => {
  const watch = () => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(watch, 3000).unref();
};

// Stands in for @vscode/spdlog, which would need a compiler: without it the server writes no logs.
// Each export is written as `exports.name =`, because that is how ES modules find the names.
const { closeSync, mkdirSync, openSync, writeSync } = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(name, file) {
    this.name = name;
    this.level = levels.indexOf('info');
    this.bare = false;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      this.descriptor = openSync(file, 'a');
    } catch {
      // A log that cannot be written must not stop the server.
    }
  }

  write(level, message) {
    if (this.descriptor === undefined || level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    try {
      writeSync(this.descriptor, this.bare ? message : `${time} [${levels[level]}] ${message}\n`);
    } catch {
      // As above.
    }
  }

  trace(message) {
    this.write(0, message);
  }
  debug(message) {
    this.write(1, message);
  }
  info(message) {
    this.write(2, message);
  }
  warn(message) {
    this.write(3, message);
  }
  error(message) {
    this.write(4, message);
  }
  critical(message) {
    this.write(5, message);
  }

  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern(pattern) {
    this.bare = pattern === '%v';
  }
  clearFormatters() {
    this.bare = true;
  }
  flush() {}
  drop() {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger(name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(name, file);

package io.dlpo.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a logger and those below it write, with level and exception. Close it to stop listening. */
public final class LogLines extends Handler {

  private final Logger logger;
  private final List<String> texts = new CopyOnWriteArrayList<>();

  private LogLines(Logger logger) {
    this.logger = logger;
  }

  /** Listens to a logger. */
  public static LogLines of(String name) {
    Logger logger = Logger.getLogger(name);
    LogLines lines = new LogLines(logger);
    logger.addHandler(lines);
    return lines;
  }

  /** The lines until now. */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void publish(LogRecord line) {
    Object[] parameters = line.getParameters();
    String text =
        parameters == null ? line.getMessage() : String.format(line.getMessage(), parameters);
    texts.add(line.getLevel() + " " + text + causes(line.getThrown()));
  }

  private static String causes(Throwable thrown) {
    return thrown == null
        ? ""
        : " " + thrown + Arrays.toString(thrown.getSuppressed()) + causes(thrown.getCause());
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}

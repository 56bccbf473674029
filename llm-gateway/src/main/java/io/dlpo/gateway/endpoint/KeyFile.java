package io.dlpo.gateway.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A key in a file, such as a mounted Secret, which is replaced while the process runs. The file is
 * read again when a key is needed and the last look is a second old. It is not watched: a mounted
 * Secret changes by another target of a link above it. While the file has no valid key, the last
 * one stays in use.
 */
public final class KeyFile implements ApiKey {

  /** The longest time for which a key is used without another look at the file. */
  static final Duration EVERY = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(KeyFile.class);

  /** More changes than this do not happen within one call. */
  private static final int REMEMBERED = 4;

  private static final int ATTEMPTS = 5;

  private final String variable;
  private final Path path;
  private final LongSupplier nanos;
  private final ReentrantLock reading = new ReentrantLock();

  /** Newest first. */
  private volatile List<String> keys;

  private volatile long readAt;
  private volatile boolean broken;

  private KeyFile(String variable, Path path, LongSupplier nanos) {
    this.variable = variable;
    this.path = path;
    this.nanos = nanos;
    this.readAt = nanos.getAsLong();
    this.keys = List.of(load());
  }

  /**
   * Opens a key file.
   *
   * @param variable the environment variable that names it
   * @param path its absolute path
   * @throws IllegalArgumentException if it has no valid key, naming variable, path and reason
   */
  static KeyFile open(String variable, String path) {
    return open(variable, path, System::nanoTime);
  }

  /**
   * @param nanos the time in nanoseconds, from any beginning
   */
  static KeyFile open(String variable, String path, LongSupplier nanos) {
    try {
      return new KeyFile(variable, Path.of(path), nanos);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; it is not a path".formatted(variable, path));
    }
  }

  @Override
  public String value() {
    // One caller reads; the others do not wait for it.
    if (nanos.getAsLong() - readAt >= EVERY.toNanos() && reading.tryLock()) {
      try {
        read();
      } finally {
        reading.unlock();
      }
    }
    return keys.getFirst();
  }

  @Override
  public boolean replaced(String used) {
    reading.lock();
    try {
      read();
    } finally {
      reading.unlock();
    }
    return !keys.getFirst().equals(used);
  }

  @Override
  public Stream<String> secrets() {
    return keys.stream();
  }

  private void read() {
    readAt = nanos.getAsLong();
    try {
      String key = load();
      broken = false;
      if (!key.equals(keys.getFirst())) {
        keys = Stream.concat(Stream.of(key), keys.stream()).distinct().limit(REMEMBERED).toList();
        LOG.infof("%s has a new key, which is used from now on", variable);
      }
    } catch (IllegalArgumentException e) {
      if (!broken) {
        broken = true;
        LOG.warnf("%s. The last key stays in use", e.getMessage());
      }
    }
  }

  private String load() {
    try {
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("it must be an absolute path");
      }
      return KeyContent.key(content());
    } catch (IllegalArgumentException e) {
      throw unusable(e.getMessage());
    } catch (NoSuchFileException e) {
      throw unusable("there is no such file");
    } catch (AccessDeniedException e) {
      throw unusable("this process must not read it");
    } catch (IOException e) {
      throw unusable("it cannot be read: " + e.getMessage());
    }
  }

  /**
   * A link above the file may be replaced, and its old target deleted, while the file is opened.
   */
  private byte[] content() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
          throw new IllegalArgumentException("it is not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
          return in.readNBytes(KeyContent.MOST + 1);
        }
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private IllegalArgumentException unusable(String reason) {
    return new IllegalArgumentException("%s is \"%s\"; %s".formatted(variable, path, reason));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "key in " + path;
  }
}

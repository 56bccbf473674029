package io.dlpo.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Ensures that a stack has one supervisor. The operating system releases it with the process. */
final class HomeLock implements AutoCloseable {

  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private HomeLock(FileChannel channel, @Nullable FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static HomeLock of(DlpoHome home) {
    try {
      FileChannel channel =
          FileChannel.open(
              home.folder().resolve("stack.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return new HomeLock(channel, channel.tryLock());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + home.folder(), e);
    }
  }

  /** Whether this process holds the lock. */
  boolean isHeld() {
    return lock != null;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

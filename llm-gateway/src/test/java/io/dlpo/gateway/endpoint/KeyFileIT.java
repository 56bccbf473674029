package io.dlpo.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.gateway.LogLines;
import io.dlpo.gateway.MountedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in real files, which are replaced as kubelet does. */
class KeyFileIT {

  private static final String VARIABLE = "OPENAI_API_KEY_FILE";

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  @TempDir Path folder;

  private LogLines lines;

  @BeforeEach
  void listen() {
    lines = LogLines.of(KeyFile.class.getName());
  }

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void shouldTakeANewKeyWithinASecond() {
    // Given
    MountedSecret secret = new MountedSecret(folder, "sk-of-monday\n");
    KeyFile key = open(secret.file());

    // When
    secret.update("sk-of-tuesday\n");
    String atOnce = key.value();
    nanos.addAndGet(KeyFile.EVERY.toNanos());
    String afterASecond = key.value();

    // Then
    assertThat(atOnce).isEqualTo("sk-of-monday");
    assertThat(afterASecond).isEqualTo("sk-of-tuesday");
    assertThat(lines.texts())
        .containsExactly("INFO OPENAI_API_KEY_FILE has a new key, which is used from now on");
  }

  @Test
  void shouldLookAtOnceIfAKeyIsRefused() {
    // Given
    MountedSecret secret = new MountedSecret(folder, "sk-of-monday");
    KeyFile key = open(secret.file());

    // Then
    assertThat(key.replaced("sk-of-monday")).isFalse();
    secret.update("sk-of-tuesday");
    assertThat(key.replaced("sk-of-monday")).isTrue();
    assertThat(key.value()).isEqualTo("sk-of-tuesday");
    assertThat(key.replaced("sk-of-tuesday")).isFalse();
  }

  @Test
  void shouldKeepTheLastKeyAndSaySoOnceWhileTheFileHasNone() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("key"), "sk-of-monday");
    KeyFile key = open(file);

    // When
    Files.writeString(file, " \n");
    assertThat(later(key)).isEqualTo("sk-of-monday");
    Files.delete(file);
    assertThat(later(key)).isEqualTo("sk-of-monday");
    assertThat(key.replaced("sk-of-monday")).isFalse();
    Files.writeString(file, "sk-of-tuesday");

    // Then
    assertThat(later(key)).isEqualTo("sk-of-tuesday");
    assertThat(lines.texts())
        .containsExactly(
            "WARN OPENAI_API_KEY_FILE is \"%s\"; it is empty; it must hold the API key. The last key stays in use"
                .formatted(file),
            "INFO OPENAI_API_KEY_FILE has a new key, which is used from now on");
  }

  @Test
  void shouldNeverShowAKeyAndKnowThoseOfCallsInFlight() {
    // Given
    MountedSecret secret = new MountedSecret(folder, "sk-number-0");
    KeyFile key = open(secret.file());

    // When
    for (int i = 1; i <= 5; i++) {
      secret.update("sk-number-" + i);
      later(key);
    }

    // Then
    assertThat(key.secrets())
        .containsExactly("sk-number-5", "sk-number-4", "sk-number-3", "sk-number-2");
    assertThat(new EndpointAccess("local", "http://localhost/v1", key).toString() + key)
        .contains(secret.file().toString())
        .doesNotContain("sk-number");
    assertThat(String.join("\n", lines.texts())).doesNotContain("sk-number");
  }

  @Test
  void shouldGiveAWholeKeyAtAnyTimeWhileTheFileIsReplaced() throws Exception {
    // Given readers that read the file each time
    MountedSecret secret = new MountedSecret(folder, "sk-0");
    KeyFile key = KeyFile.open(VARIABLE, secret.file().toString());
    AtomicBoolean done = new AtomicBoolean();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Callable<Boolean> reader =
        () -> {
          while (!done.get()) {
            key.replaced("");
            seen.add(key.value());
          }
          return true;
        };

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> readers = List.of(threads.submit(reader), threads.submit(reader));

      // When
      for (int i = 1; i <= 300; i++) {
        secret.update("sk-" + i);
      }
      assertThat(key.replaced("sk-299")).isTrue();
      done.set(true);
      for (Future<Boolean> one : readers) {
        assertThat(one.get()).isTrue();
      }
    }

    // Then
    assertThat(seen).hasSizeGreaterThan(1).allMatch(one -> one.matches("sk-\\d{1,3}"));
    assertThat(lines.texts()).noneMatch(line -> line.startsWith("WARN"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing|there is no such file",
        "folder|it is not a file",
        "empty|it is empty; it must hold the API key",
        "lines|it must hold the API key and nothing else: one line of letters, digits and signs of"
            + " ASCII"
      })
  void shouldRefuseToStartWithoutAKey(String name, String reason) throws IOException {
    // Given
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("empty"), "\n");
    Files.writeString(folder.resolve("lines"), "sk-secret\nsk-other");
    Path file = folder.resolve(name);

    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(file))
        .withMessage("OPENAI_API_KEY_FILE is \"%s\"; %s".formatted(file, reason));
  }

  private String later(KeyFile key) {
    nanos.addAndGet(KeyFile.EVERY.toNanos());
    return key.value();
  }

  private KeyFile open(Path file) {
    return KeyFile.open(VARIABLE, file.toString(), nanos::get);
  }
}

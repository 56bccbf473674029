package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.CompanyResource.Company;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresDatabase;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Endpoints behind a proxy, with a certificate of a private authority, and with a key in a file.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
@QuarkusTestResource(CompanyResource.class)
class CompanyEndpointsIT {

  private static final int CALLERS = 4;
  private static final String SECOND_KEY = "sk-of-monday-noon";

  @Inject ModelGateway gateway;
  @Inject ConfiguredEndpoints endpoints;
  @Inject SmallRyeHealthReporter health;

  Company company;
  ScriptedModel local;
  PostgresDatabase database;

  private LogLines lines;

  @BeforeEach
  void reset() {
    local.reset();
    company.model().reset();
    company.plain().reset();
    local.script(seen -> ScriptedReply.text("local"));
    company.model().script(seen -> ScriptedReply.text("by TLS"));
    company.plain().script(seen -> ScriptedReply.text("plain"));
    company.proxy().reset(CompanyResource.PROXY_USER);
    lines = LogLines.of("io.dlpo");
  }

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void shouldReachAnEndpointThroughTheProxyAndTrustThePrivateAuthority() {
    // When
    ModelReply reply = call("proxied");

    // Then
    assertThat(text(reply)).isEqualTo("by TLS");
    assertThat(company.proxy().seen()).containsExactly("CONNECT models.test:443");
    assertThat(company.model().requests())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.header("authorization")).isEqualTo("Bearer sk-behind-the-proxy");
              assertThat(seen.header("proxy-authorization")).isNull();
            });
  }

  @Test
  void shouldReachAnEndpointWithoutTlsThroughTheProxy() {
    // When
    List<ModelReply> replies = List.of(call("plain"), call("plain"));

    // Then
    assertThat(replies).extracting(CompanyEndpointsIT::text).containsOnly("plain");
    assertThat(company.proxy().seen())
        .hasSize(2)
        .containsOnly("POST http://models.internal/v1/chat/completions");
  }

  @Test
  void shouldCallThisMachineDirectly() {
    // When
    List<ModelReply> replies = List.of(call(null), call("filed"));

    // Then
    assertThat(replies).extracting(CompanyEndpointsIT::text).containsExactly("local", "by TLS");
    assertThat(company.proxy().seen()).isEmpty();
  }

  @Test
  void shouldNameTheProxyThatRefusesItsCredentialsAndNotShowThem() {
    // Given
    company.proxy().reset("corp:changed");

    // When
    List<ModelReply> replies = List.of(call("proxied"), call("plain"));

    // Then
    String proxy = "http://127.0.0.1:" + company.proxy().port();
    assertThat(replies)
        .extracting(reply -> ((ModelReply.Failed) reply).failure())
        .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED))
        .extracting(failure -> failure.message())
        .containsExactly(
            "endpoint https://models.test/v1 is unreachable through proxy %s: the proxy refuses access (wrong or missing user and password in HTTPS_PROXY?)"
                .formatted(proxy),
            "endpoint http://models.internal/v1 is unreachable through proxy %s: the proxy refuses access (wrong or missing user and password in HTTP_PROXY?)"
                .formatted(proxy));
    assertNowhere("proxy-p@ss", "proxy-p%40ss");
  }

  @Test
  void shouldNotTrustACertificateForAnotherName() {
    // When
    ModelReply reply = call("misnamed");

    // Then
    assertThat(((ModelReply.Failed) reply).failure().kind()).isEqualTo(FailureKind.UNREACHABLE);
    assertThat(((ModelReply.Failed) reply).failure().message())
        .startsWith(
            "endpoint https://models.elsewhere/v1 is unreachable through proxy http://127.0.0.1:")
        .contains(": its certificate is not trusted, ", "models.elsewhere")
        .endsWith(" (wrong or missing DLPO_TRUST_CERTIFICATES?)");
    assertThat(company.model().requests()).isEmpty();
  }

  @Test
  void shouldFailNoCallWhileTheKeyIsReplaced() throws Exception {
    // Given an endpoint that takes certain keys, and calls that go on
    company.secret().update(CompanyResource.FIRST_KEY);
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger replied = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    accept(refused, Set.of(CompanyResource.FIRST_KEY, SECOND_KEY));
    Callable<Boolean> caller =
        () -> {
          boolean good = true;
          while (!done.get()) {
            good &= call("filed") instanceof ModelReply.Replied;
            replied.incrementAndGet();
          }
          return good;
        };

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> callers =
          Stream.generate(() -> threads.submit(caller)).limit(CALLERS).toList();
      awaitMore(replied, refused, 40);

      // When the Secret is replaced and the old key withdrawn at once
      company.secret().update(SECOND_KEY + "\n");
      accept(refused, Set.of(SECOND_KEY));
      awaitMore(replied, refused, 40);
      done.set(true);

      // Then
      for (Future<Boolean> one : callers) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(endpoints.find("filed").orElseThrow().key().value()).isEqualTo(SECOND_KEY);
    assertThat(company.model().requests())
        .extracting(seen -> seen.header("authorization"))
        .contains("Bearer " + CompanyResource.FIRST_KEY, "Bearer " + SECOND_KEY);
    assertNowhere(CompanyResource.FIRST_KEY, SECOND_KEY);
  }

  @Test
  void shouldPauseWithTheNameOfTheFileIfItsKeyIsRefused() {
    // Given an endpoint that quotes the key
    company
        .model()
        .script(
            seen ->
                ScriptedReply.error(401, "key", "not welcome: " + seen.header("authorization")));

    // When
    ModelReply.Failed failed = (ModelReply.Failed) call("filed");

    // Then
    assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failed.failure().message())
        .isEqualTo(
            "401 from %s: not welcome: Bearer *** (wrong or missing DLPO_ENDPOINTS_FILED_KEY_FILE?)"
                .formatted(company.model().baseUrl()));
    assertThat(company.model().requests()).hasSize(1);
    assertNowhere(CompanyResource.FIRST_KEY, SECOND_KEY);
  }

  private void accept(AtomicInteger refused, Set<String> keys) {
    company
        .model()
        .script(
            seen -> {
              if (keys.contains(sent(seen))) {
                return ScriptedReply.text("8");
              }
              refused.incrementAndGet();
              return ScriptedReply.error(401, "key", "wrong key " + sent(seen));
            });
  }

  private static String sent(ModelRequestSeen seen) {
    return String.valueOf(seen.header("authorization")).substring("Bearer ".length());
  }

  private static void awaitMore(AtomicInteger replied, AtomicInteger refused, int more) {
    int before = replied.get();
    await()
        .failFast(() -> refused.get() > 20 * CALLERS)
        .until(() -> replied.get() >= before + more);
  }

  /** Neither in the log nor in what the health check tells or the database holds. */
  private void assertNowhere(String... secrets) {
    assertThat(String.join("\n", lines.texts())).doesNotContain(secrets);
    assertThat(health.getReadiness().getPayload().toString()).doesNotContain(secrets);
    assertThat(ledger()).doesNotContain(secrets);
  }

  private String ledger() {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select string_agg(c::text || encode(reply, 'escape'), ' ') from ledger.call c")) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ModelReply call(@Nullable String endpoint) {
    return gateway.call(
        Requests.of(
            new Engine("m", 0.0, null, null, null, null, endpoint),
            "question " + UUID.randomUUID(),
            "worker-1"));
  }

  private static String text(ModelReply reply) {
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
    return ((ModelReply.Replied) reply).text();
  }
}

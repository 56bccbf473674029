package io.dlpo.testing.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test application an empty database of its own, as {@code DATABASE_URL}. A field
 * of type {@link PostgresDatabase} in the test is filled.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable PostgresDatabase database;

  @Override
  public Map<String, String> start() {
    database = PostgresDatabase.create();
    return Map.of("DATABASE_URL", database.jdbcUrl());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(database, new TestInjector.MatchesType(PostgresDatabase.class));
  }

  /** Nothing: the server is shared and ends with the JVM. */
  @Override
  public void stop() {}
}

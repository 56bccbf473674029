package io.dlpo.testing.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Provides a Quarkus test application with an empty database as {@code DATABASE_URL}. Injects it
 * into a field of type {@link PostgresDatabase} in the test.
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

  /** Does nothing: the server is shared and stops with the JVM. */
  @Override
  public void stop() {}
}

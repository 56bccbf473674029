package io.dlpo.testing.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of one test.
 *
 * @param jdbcUrl with user and password, as {@code DATABASE_URL} wants it
 */
public record PostgresDatabase(String jdbcUrl) {

  /** A new, empty database in the shared server. */
  public static PostgresDatabase create() {
    return PostgresServer.shared().createDatabase();
  }

  /** Connections without a pool. */
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl);
    return dataSource;
  }
}

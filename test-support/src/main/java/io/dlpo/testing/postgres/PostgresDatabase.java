package io.dlpo.testing.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database for one test.
 *
 * @param jdbcUrl the URL with user and password, in the format of {@code DATABASE_URL}
 */
public record PostgresDatabase(String jdbcUrl) {

  /** Creates an empty database on the shared server. */
  public static PostgresDatabase create() {
    return PostgresServer.shared().createDatabase();
  }

  /** Returns a data source without a connection pool. */
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl);
    return dataSource;
  }
}

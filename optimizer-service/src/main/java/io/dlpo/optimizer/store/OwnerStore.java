package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Who owns what. Blocks. */
@ApplicationScoped
public class OwnerStore {

  private static final String ADD =
      "insert into optimizer.owner (kind, id, name, label) values (?, ?, ?, ?) on conflict do nothing";
  private static final String OWNS =
      "select 1 from optimizer.owner where kind = ? and id = ? and name = ?";

  private final Sql sql;

  OwnerStore(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** One more has uploaded a dataset, and calls it by that label; the first label stays. */
  @Transactional
  public void addTo(String dataset, String name, String label) {
    sql.change(ADD, Owned.DATASET.name(), dataset, name, label);
  }

  /**
   * Somebody asks for something that has one owner; what is there already, or belongs to another,
   * stays as it is.
   *
   * @return whether it belongs to that one now
   */
  @Transactional
  public boolean claim(Owned kind, String id, String name) {
    String addIfNew =
        """
        insert into optimizer.owner (kind, id, name)
        select ?, ?, ? where not exists (select from %s where id = ?) on conflict do nothing
        """
            .formatted(kind.table());
    sql.change(addIfNew, kind.name(), id, name, id);
    return owns(kind, id, name);
  }

  /** Whether it belongs to that one. */
  @Transactional
  public boolean owns(Owned kind, String id, String name) {
    return !sql.rows(OWNS, row -> row.getInt(1), kind.name(), id, name).isEmpty();
  }
}

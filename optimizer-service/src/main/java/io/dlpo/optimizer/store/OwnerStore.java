package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The owners of runs, experiments and datasets. Blocks. */
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

  /**
   * Adds an owner to a dataset, with a label. If the owner is already present, the first label
   * stays.
   */
  @Transactional
  public void addTo(String dataset, String name, String label) {
    sql.change(ADD, Owned.DATASET.name(), dataset, name, label);
  }

  /**
   * Makes a caller the owner of a new entity. Has no effect if the entity exists or has another
   * owner.
   *
   * @return whether the caller is the owner now
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

  /** Whether the entity belongs to the given owner. */
  @Transactional
  public boolean owns(Owned kind, String id, String name) {
    return !sql.rows(OWNS, row -> row.getInt(1), kind.name(), id, name).isEmpty();
  }
}

package io.dlpo.optimizer.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The owners of runs, experiments, datasets and named prompts. Blocks. */
@ApplicationScoped
public class OwnerStore implements PanacheRepositoryBase<StoredOwner, OwnerKey> {

  /** A condition on the id of an entity. Its parameters are the kind and the owner's name. */
  static final String OWNED =
      "id in (select o.id from StoredOwner o where o.kind = ?1 and o.name = ?2) ";

  private static final String ADD =
      "insert into optimizer.owner (kind, id, name, label)"
          + " values (:kind, :id, :name, :label) on conflict do nothing";

  /**
   * Adds an owner to a dataset, with a label. If the owner is already present, the first label
   * stays.
   */
  @Transactional
  public void addTo(String dataset, String name, String label) {
    getSession()
        .createNativeMutationQuery(ADD)
        .setParameter("kind", Owned.DATASET.name())
        .setParameter("id", dataset)
        .setParameter("name", name)
        .setParameter("label", label)
        .executeUpdate();
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
        select :kind, :id, :name where not exists (select from %s where %s = :id)
        on conflict do nothing
        """
            .formatted(kind.table(), kind.key());
    getSession()
        .createNativeMutationQuery(addIfNew)
        .setParameter("kind", kind.name())
        .setParameter("id", id)
        .setParameter("name", name)
        .executeUpdate();
    return owns(kind, id, name);
  }

  /** Whether the entity belongs to the given owner. */
  @Transactional
  public boolean owns(Owned kind, String id, String name) {
    return findByIdOptional(new OwnerKey(kind, id, name)).isPresent();
  }
}

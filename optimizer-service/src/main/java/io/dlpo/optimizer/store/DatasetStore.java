package io.dlpo.optimizer.store;

import io.dlpo.core.dataset.Dataset;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;

/** The datasets. Datasets are immutable, so loaded ones are cached. Thread-safe; blocks. */
@ApplicationScoped
public class DatasetStore implements PanacheRepositoryBase<StoredDataset, String> {

  private static final String INSERT =
      "insert into optimizer.dataset (id, name, format, size, bytes, content)"
          + " values (:id, :name, :format, :size, :bytes, :content) on conflict do nothing";

  private static final String ALL =
      "select d.id, d.name, d.format, d.size, d.bytes from StoredDataset d";

  /**
   * Uses the owner's own labels, so that names given by other owners of the same content stay
   * private.
   */
  private static final String OWN =
      """
      select d.id, coalesce(o.label, d.name), d.format, d.size, d.bytes
      from StoredDataset d join StoredOwner o on o.id = d.id
      where o.kind = :kind and o.name = :owner
      """;

  private static final String NEWEST_FIRST = " order by d.createdAt desc";
  private static final String OWN_NEWEST_FIRST = "order by o.createdAt desc";

  private final OwnerStore owners;
  private final BoundedCache<String, Dataset> cache;

  DatasetStore(OwnerStore owners, OptimizerServiceSettings settings) {
    this.owners = owners;
    this.cache = new BoundedCache<>(settings.cacheBytes(), Dataset::characters);
  }

  /**
   * Stores a dataset. An existing dataset stays unchanged, including its name.
   *
   * @param owner becomes an owner of the dataset; empty without authentication
   * @return the list entry of the dataset, under its first name
   */
  @Transactional
  public DatasetSummary save(Dataset dataset, String format, long bytes, Optional<String> owner) {
    getSession()
        .createNativeMutationQuery(INSERT)
        .setParameter("id", dataset.id())
        .setParameter("name", dataset.name())
        .setParameter("format", format)
        .setParameter("size", dataset.rows().size())
        .setParameter("bytes", bytes)
        .setParameter("content", Json.write(dataset.rows()))
        .executeUpdate();
    owner.ifPresent(name -> owners.addTo(dataset.id(), name, dataset.name()));
    return summaries(owner, " where d.id = :id", "and d.id = :id")
        .setParameter("id", dataset.id())
        .getSingleResult();
  }

  /**
   * Lists the datasets without their rows, newest first.
   *
   * @param owner restricts the list to this owner; empty for all datasets
   */
  @Transactional
  public List<DatasetSummary> all(Optional<String> owner) {
    return summaries(owner, NEWEST_FIRST, OWN_NEWEST_FIRST).getResultList();
  }

  private SelectionQuery<DatasetSummary> summaries(
      Optional<String> owner, String restOfAll, String restOfOwn) {
    return owner
        .map(
            name ->
                getSession()
                    .createSelectionQuery(OWN + restOfOwn, DatasetSummary.class)
                    .setParameter("kind", Owned.DATASET)
                    .setParameter("owner", name))
        .orElseGet(() -> getSession().createSelectionQuery(ALL + restOfAll, DatasetSummary.class));
  }

  /** Returns the dataset with an id. */
  @Transactional
  public Optional<Dataset> dataset(String id) {
    Optional<Dataset> cached = cache.find(id);
    if (cached.isPresent()) {
      return cached;
    }
    Optional<Dataset> read = findByIdOptional(id).map(StoredDataset::dataset);
    read.ifPresent(dataset -> cache.put(id, dataset));
    return read;
  }
}

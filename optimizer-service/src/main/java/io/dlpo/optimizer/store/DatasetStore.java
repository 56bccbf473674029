package io.dlpo.optimizer.store;

import io.dlpo.optimizer.dataset.Dataset;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The datasets. Thread-safe; blocks. What was read once is kept, for a dataset never changes. */
@ApplicationScoped
public class DatasetStore implements PanacheRepositoryBase<StoredDataset, String> {

  private static final int KEPT = 20;
  private static final String INSERT =
      "insert into optimizer.dataset (id, name, format, size, bytes, content)"
          + " values (:id, :name, :format, :size, :bytes, :content) on conflict do nothing";

  private static final String ALL =
      """
      select id, name, format, size, bytes from optimizer.dataset
      where cast(:owner as text) is null
        or id in (select id from optimizer.owner where kind = 'DATASET' and name = :owner)
      order by created_at desc
      """;

  private final ConcurrentMap<String, Dataset> known = new ConcurrentHashMap<>();

  /**
   * Stores a dataset; one that is there already stays as it is, name and all.
   *
   * @return the dataset as it is listed
   */
  @Transactional
  public DatasetSummary save(Dataset dataset, String format, long bytes) {
    getSession()
        .createNativeMutationQuery(INSERT)
        .setParameter("id", dataset.id())
        .setParameter("name", dataset.name())
        .setParameter("format", format)
        .setParameter("size", dataset.rows().size())
        .setParameter("bytes", bytes)
        .setParameter("content", Json.write(dataset.rows()))
        .executeUpdate();
    return new DatasetSummary(dataset.id(), dataset.name(), format, dataset.rows().size(), bytes);
  }

  /**
   * The datasets, the newest first, without their rows.
   *
   * @param owner whose; empty for all
   */
  @Transactional
  public List<DatasetSummary> all(Optional<String> owner) {
    return getSession()
        .createNativeQuery(ALL, Object[].class)
        .setParameter("owner", owner.orElse(null), String.class)
        .getResultStream()
        .map(
            row ->
                new DatasetSummary(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    ((Number) row[3]).intValue(),
                    ((Number) row[4]).longValue()))
        .toList();
  }

  /** The dataset of that id. */
  @Transactional
  public Optional<Dataset> dataset(String id) {
    Dataset kept = known.get(id);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<Dataset> read = findByIdOptional(id).map(StoredDataset::dataset);
    if (known.size() >= KEPT) {
      known.clear();
    }
    read.ifPresent(dataset -> known.put(id, dataset));
    return read;
  }
}

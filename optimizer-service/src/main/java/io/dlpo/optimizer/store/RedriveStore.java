package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.optimizer.deadletter.DeadLetter;
import io.dlpo.optimizer.deadletter.DeadLetterId;
import io.dlpo.optimizer.deadletter.Redrives;
import io.dlpo.optimizer.deadletter.StoredLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The redriven dead letters. The key includes the timestamp of the letter, because a recreated
 * topic reuses its offsets.
 */
@ApplicationScoped
public class RedriveStore implements Redrives {

  private static final String CLAIM =
      """
      insert into optimizer.redrive (topic, partition, record_offset, written_at)
      values (?, ?, ?, ?) on conflict do nothing returning redriven_at
      """;
  private static final String CLAIM_AGAIN =
      """
      insert into optimizer.redrive (topic, partition, record_offset, written_at)
      values (?, ?, ?, ?) on conflict (topic, partition, record_offset, written_at)
      do update set redriven_at = now(), times = redrive.times + 1 returning redriven_at
      """;
  private static final String FIND =
      """
      select redriven_at from optimizer.redrive
      where topic = ? and partition = ? and record_offset = ? and written_at = ?
      """;

  private final Sql sql;

  RedriveStore(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  @Override
  @Transactional
  public List<StoredLetter> once(
      List<StoredLetter> letters, boolean again, Consumer<List<StoredLetter>> publishing) {
    List<StoredLetter> claimed =
        letters.stream()
            // Locks in a fixed order, so that two callers cannot deadlock.
            .sorted(Comparator.comparing(stored -> stored.letter().id()))
            .filter(stored -> row(again ? CLAIM_AGAIN : CLAIM, stored.letter()).isPresent())
            .toList();
    // Publishes before the commit, so that every stored redrive was published.
    if (!claimed.isEmpty()) {
      publishing.accept(claimed);
    }
    return claimed;
  }

  @Override
  @Transactional
  public Map<DeadLetterId, Instant> times(Collection<DeadLetter> letters) {
    Map<DeadLetterId, Instant> times = new HashMap<>();
    letters.forEach(
        letter -> row(FIND, letter).ifPresent(redriven -> times.put(letter.id(), redriven)));
    return times;
  }

  private Optional<Instant> row(String statement, DeadLetter letter) {
    DeadLetterId id = letter.id();
    return sql
        .rows(
            statement,
            RedriveStore::redrivenAt,
            id.topic(),
            id.partition(),
            id.offset(),
            Timestamp.from(letter.time()))
        .stream()
        .findFirst();
  }

  private static Instant redrivenAt(ResultSet row) throws SQLException {
    return row.getTimestamp(1).toInstant();
  }
}

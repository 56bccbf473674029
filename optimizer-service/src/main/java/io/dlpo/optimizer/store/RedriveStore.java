package io.dlpo.optimizer.store;

import io.dlpo.optimizer.deadletter.DeadLetter;
import io.dlpo.optimizer.deadletter.DeadLetterId;
import io.dlpo.optimizer.deadletter.Redrives;
import io.dlpo.optimizer.deadletter.StoredLetter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The redriven dead letters. */
@ApplicationScoped
public class RedriveStore implements Redrives, PanacheRepositoryBase<StoredRedrive, RedriveKey> {

  private static final String INSERT =
      """
      insert into optimizer.redrive (topic, partition, record_offset, written_at)
      values (:topic, :partition, :offset, :written)
      """;

  /** Both statements lock the letter and return a row if the caller may redrive it. */
  private static final String CLAIM = INSERT + "on conflict do nothing returning redriven_at";

  private static final String CLAIM_AGAIN =
      INSERT
          + """
          on conflict (topic, partition, record_offset, written_at)
          do update set redriven_at = now(), times = redrive.times + 1 returning redriven_at
          """;

  @Override
  @Transactional
  public List<StoredLetter> once(
      List<StoredLetter> letters, boolean again, Consumer<List<StoredLetter>> publishing) {
    List<StoredLetter> claimed =
        letters.stream()
            // Locks in a fixed order, so that two callers cannot deadlock.
            .sorted(Comparator.comparing(stored -> stored.letter().id()))
            .filter(stored -> isClaimed(again ? CLAIM_AGAIN : CLAIM, stored.letter()))
            .toList();
    // Publishes before the commit, so that every stored redrive was published.
    if (!claimed.isEmpty()) {
      publishing.accept(claimed);
    }
    return claimed;
  }

  private boolean isClaimed(String claim, DeadLetter letter) {
    RedriveKey key = RedriveKey.of(letter);
    return !getSession()
        .createNativeQuery(claim, Object.class)
        .setParameter("topic", key.topic())
        .setParameter("partition", key.partition())
        .setParameter("offset", key.offset())
        .setParameter("written", key.writtenAt())
        .getResultList()
        .isEmpty();
  }

  @Override
  @Transactional
  public Map<DeadLetterId, Instant> times(Collection<DeadLetter> letters) {
    Map<DeadLetterId, Instant> times = new HashMap<>();
    letters.forEach(
        letter ->
            findByIdOptional(RedriveKey.of(letter))
                .ifPresent(row -> times.put(letter.id(), row.redrivenAt())));
    return times;
  }
}

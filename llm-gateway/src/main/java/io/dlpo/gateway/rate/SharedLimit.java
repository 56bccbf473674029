package io.dlpo.gateway.rate;

import io.dlpo.gateway.ModelRequest;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.util.Optional;
import javax.sql.DataSource;

/** The limits on the calls of one model at one endpoint, for all processes. Thread-safe; blocks. */
public final class SharedLimit {

  private final Optional<SharedBucket> requests;
  private final Optional<SharedBucket> tokens;

  /**
   * @param dataSource of a database with schema {@code ledger}
   * @param key of the endpoint and the model
   */
  public SharedLimit(DataSource dataSource, String key, RateSettings settings) {
    ProxyManager<String> buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("ledger.rate_bucket")
            .build();
    this.requests = bucket(buckets, key + "|requests", settings.requestsPerMinute());
    this.tokens = bucket(buckets, key + "|tokens", settings.tokensPerMinute());
  }

  private static Optional<SharedBucket> bucket(
      ProxyManager<String> buckets, String key, int perMinute) {
    return perMinute == 0
        ? Optional.empty()
        : Optional.of(new SharedBucket(buckets, key, Quota.perMinute(perMinute)));
  }

  /** Whether there is anything to wait for. */
  public boolean limits() {
    return requests.isPresent() || tokens.isPresent();
  }

  /**
   * Waits until one attempt of a call may be made; make it at once.
   *
   * @return the tokens that were taken for it
   * @throws io.dlpo.gateway.ledger.LedgerException if the database does not answer
   */
  public long take(ModelRequest request) {
    // The permit for the request comes last, so that it is used as soon as it is taken.
    long taken = tokens.map(bucket -> bucket.take(TokenEstimate.of(request))).orElse(0L);
    requests.ifPresent(bucket -> bucket.take(1));
    return taken;
  }

  /**
   * Corrects the estimate. Of an attempt that failed nobody knows what the endpoint counts: its
   * estimate stands.
   *
   * @param taken by {@link #take}
   * @param used as the endpoint counted them; 0 if it did not
   */
  public void settle(long taken, long used) {
    if (used > 0) {
      tokens.ifPresent(bucket -> bucket.settle(taken, used));
    }
  }
}

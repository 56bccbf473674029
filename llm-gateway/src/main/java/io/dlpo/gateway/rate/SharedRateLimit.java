package io.dlpo.gateway.rate;

import io.dlpo.gateway.ModelRequest;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.util.Optional;
import javax.sql.DataSource;

/** The rate limit of one model at one endpoint, shared by all processes. Thread-safe; blocks. */
public final class SharedRateLimit {

  private final Optional<SharedBucket> requests;
  private final Optional<SharedBucket> tokens;

  /**
   * @param dataSource a database with schema {@code ledger}
   * @param key identifies the endpoint and the model
   */
  public SharedRateLimit(DataSource dataSource, String key, RateSettings settings) {
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

  /** Whether a limit is set. */
  public boolean isEnabled() {
    return requests.isPresent() || tokens.isPresent();
  }

  /**
   * Waits until one attempt may be made. Make it right away.
   *
   * @return the number of tokens taken for it
   * @throws io.dlpo.gateway.ledger.LedgerException if the database is unreachable
   */
  public long take(ModelRequest request) {
    // Take the permit for the request last, so that it is used right away.
    long taken = tokens.map(bucket -> bucket.take(TokenEstimate.of(request))).orElse(0L);
    requests.ifPresent(bucket -> bucket.take(1));
    return taken;
  }

  /**
   * Corrects the estimate. For a failed attempt it is unknown what the endpoint counts, so the
   * estimate is kept.
   *
   * @param taken the number returned by {@link #take}
   * @param used as the endpoint counted them; 0 if it did not
   */
  public void settle(long taken, long used) {
    if (used > 0) {
      tokens.ifPresent(bucket -> bucket.settle(taken, used));
    }
  }
}

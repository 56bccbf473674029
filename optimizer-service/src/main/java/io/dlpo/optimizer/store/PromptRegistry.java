package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.PromptPromoted;
import io.dlpo.contracts.event.RegistryCommand;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.core.registry.NamedPrompt;
import io.dlpo.core.registry.PromptChange;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.events.outcome.StoredOutcomes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The changes of named prompts; see {@link PromptQueries} for reading. Each change is stored
 * together with its event in one transaction, which holds the lock of the name. A repeated command
 * yields the same event again. Blocks.
 */
@ApplicationScoped
public class PromptRegistry implements PanacheRepositoryBase<StoredPrompt, String> {

  private static final Logger LOG = Logger.getLogger(PromptRegistry.class);

  private static final String ADD =
      "insert into optimizer.prompt (name) values (:name) on conflict do nothing";

  /** No run has a colon in its id, so that deleting a run leaves these outcomes alone. */
  private static final String SUBJECT = "prompt:";

  private final StoredOutcomes outcomes;
  private final PromptVersionStore versions;

  PromptRegistry(AgroalDataSource dataSource, PromptVersionStore versions) {
    this.outcomes = new StoredOutcomes(dataSource, "optimizer");
    this.versions = versions;
  }

  /**
   * Obeys a command. Also stores that a command changed nothing: repeated after other changes, it
   * must not have an effect either.
   *
   * @return the event to publish, or none if nothing changed
   */
  @Transactional
  public Outcome apply(PromptCommanded command) {
    Optional<StoredPrompt> row = locked(command);
    if (row.isEmpty()) {
      LOG.infof("%s of unknown prompt %s dropped", command.command(), command.name());
      return Outcome.NONE;
    }
    String inputId = CloudEventAttributes.id(command);
    Optional<Outcome> known = outcomes.find(inputId);
    if (known.isPresent()) {
      return known.get();
    }
    Outcome outcome = Outcome.of(change(row.get(), command));
    outcomes.store(inputId, SUBJECT + command.name(), outcome);
    Crash.at(CrashPoint.COMMITTING);
    return outcome;
  }

  /** Locks the name, so that two promotions get versions of their own. */
  private Optional<StoredPrompt> locked(PromptCommanded command) {
    String name = command.name().value();
    if (command.command() == RegistryCommand.PROMOTE) {
      getSession().createNativeMutationQuery(ADD).setParameter("name", name).executeUpdate();
    }
    return findByIdOptional(name, LockModeType.PESSIMISTIC_WRITE);
  }

  private List<PromptPromoted> change(StoredPrompt row, PromptCommanded command) {
    PromptName name = command.name();
    NamedPrompt state = row.state();
    Integer promoted =
        versions.of(name, command.runId()).map(StoredPromptVersion::version).orElse(null);
    Optional<PromptChange> found = state.after(command, promoted);
    if (found.isEmpty()) {
      LOG.infof("%s of prompt %s changes nothing", command.command(), name);
      return List.of();
    }
    PromptChange change = found.get();
    row.become(change.next(), Instant.parse(command.at()));
    if (change.isNew()) {
      versions.persist(new StoredPromptVersion(change.version(), command));
    }
    return List.of(
        versions
            .find(name, change.version())
            .orElseThrow()
            .in(change.next())
            .event(command, change.next().revision()));
  }
}

package io.dlpo.events.channel;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes note that the process would have ended, and lets the tests' own live. */
@Mock
@ApplicationScoped
public class RecordedEnd implements ProcessEnd {

  private final List<Integer> statuses = new CopyOnWriteArrayList<>();

  @Override
  public void with(int status) {
    statuses.add(status);
  }

  List<Integer> statuses() {
    return List.copyOf(statuses);
  }
}

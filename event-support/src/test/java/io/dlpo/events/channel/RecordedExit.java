package io.dlpo.events.channel;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records that the process would have exited, and keeps the test process alive. */
@Mock
@ApplicationScoped
public class RecordedExit implements ProcessExit {

  private final List<Integer> statuses = new CopyOnWriteArrayList<>();

  @Override
  public void with(int status) {
    statuses.add(status);
  }

  List<Integer> statuses() {
    return List.copyOf(statuses);
  }
}

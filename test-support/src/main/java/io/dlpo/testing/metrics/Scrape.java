package io.dlpo.testing.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The metrics of a service as Prometheus reads them. */
public record Scrape(List<MetricSample> samples) {

  public Scrape {
    samples = List.copyOf(samples);
  }

  /** Sends the request without credentials or HTTP/2, as Prometheus does. */
  public static Scrape of(URI metrics) {
    HttpRequest request = HttpRequest.newBuilder(metrics).header("Accept", "text/plain").build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(metrics + " answered " + response.statusCode());
      }
      return parse(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static Scrape parse(String text) {
    return new Scrape(
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(MetricSample::parse)
            .toList());
  }

  /** Returns the sum of the time series with a name and all given labels, or 0 if there is none. */
  public double sum(String name, Map<String, String> labels) {
    return of(name, labels).stream().mapToDouble(MetricSample::value).sum();
  }

  /** Returns the time series with a name and all given labels. */
  public List<MetricSample> of(String name, Map<String, String> labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name) && sample.has(labels))
        .toList();
  }

  /** Returns the names of all time series. */
  public Set<String> names() {
    return samples.stream().map(MetricSample::name).collect(Collectors.toSet());
  }

  /** Returns all values of a label in the time series with a name. */
  public Set<String> values(String name, String label) {
    return of(name, Map.of()).stream()
        .map(sample -> sample.labels().getOrDefault(label, ""))
        .collect(Collectors.toSet());
  }
}

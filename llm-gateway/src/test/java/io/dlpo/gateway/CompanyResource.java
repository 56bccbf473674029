package io.dlpo.gateway;

import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.proxy.ForwardProxy;
import io.dlpo.testing.tls.PrivateAuthority;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a service and its models in a company: a proxy that asks for a user, a model
 * with a certificate of the company's authority, and a key in a mounted Secret.
 */
public final class CompanyResource implements QuarkusTestResourceLifecycleManager {

  static final String FIRST_KEY = "sk-of-monday-morning";
  static final String PROXY_USER = "corp:proxy-p@ss:word";

  private @Nullable Company company;

  /**
   * The parts.
   *
   * @param model at {@code https://models.test} and {@code https://127.0.0.1}
   * @param plain at {@code http://models.internal}, by HTTP
   * @param proxy the only one who can resolve the names
   * @param secret the key of endpoint {@code filed}
   */
  record Company(
      ScriptedModel model, ScriptedModel plain, ForwardProxy proxy, MountedSecret secret) {

    private static Company open(Path folder, PrivateAuthority authority) throws IOException {
      ScriptedModel model = ScriptedModel.start(authority.server());
      ScriptedModel plain = ScriptedModel.start();
      ForwardProxy proxy = ForwardProxy.start(PROXY_USER);
      proxy.route("models.test", model.port());
      proxy.route("models.elsewhere", model.port());
      proxy.route("models.internal", plain.port());
      Path mount = Files.createDirectory(folder.resolve("mount"));
      return new Company(model, plain, proxy, new MountedSecret(mount, FIRST_KEY + "\n"));
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("company");
      PrivateAuthority authority =
          PrivateAuthority.create(folder, "ip:127.0.0.1", "dns:models.test");
      company = Company.open(folder, authority);
      String proxy = "http://corp:proxy-p%40ss:word@127.0.0.1:" + company.proxy().port();
      return Map.of(
          "HTTPS_PROXY",
          proxy,
          "HTTP_PROXY",
          proxy,
          "NO_PROXY",
          "excepted.internal",
          "DLPO_TRUST_CERTIFICATES",
          authority.certificate().toString(),
          "dlpo.endpoints.filed.url",
          company.model().baseUrl(),
          "dlpo.endpoints.filed.key-file",
          company.secret().file().toString(),
          "dlpo.endpoints.proxied.url",
          "https://models.test/v1",
          "dlpo.endpoints.proxied.key",
          "sk-behind-the-proxy",
          "dlpo.endpoints.misnamed.url",
          "https://models.elsewhere/v1",
          "dlpo.endpoints.plain.url",
          "http://models.internal/v1");
    } catch (IOException e) {
      throw new UncheckedIOException("the company does not open", e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(company, new TestInjector.MatchesType(Company.class));
  }

  @Override
  public void stop() {
    if (company != null) {
      company.model().close();
      company.plain().close();
      try {
        company.proxy().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

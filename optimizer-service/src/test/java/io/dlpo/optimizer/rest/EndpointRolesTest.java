package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dlpo.optimizer.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint says itself who may call it, so that no spelling of its path gets around that.
 * Schemas are for everybody.
 */
class EndpointRolesTest {

  private static final List<Class<? extends Annotation>> CHANGES =
      List.of(POST.class, PUT.class, DELETE.class);

  private final List<JavaClass> resources =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("io.dlpo.optimizer")
              .stream()
              .filter(type -> type.isAnnotatedWith(Path.class))
              .filter(type -> !type.isAnnotatedWith(PermitAll.class))
              .toList();

  /**
   * The frames of the pages have no data, the sign-in shows only the caller's own role, and the
   * schemas of events say nothing about a run.
   */
  @Test
  void shouldOpenNothingButTheFramesOfPagesTheSignInAndTheSchemas() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.dlpo.optimizer")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(PermitAll.class))
                    .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder("DashboardResource", "SchemaResource", "SessionResource");
  }

  @Test
  void shouldShowNothingToAnybodyWithoutARole() {
    assertThat(resources)
        .isNotEmpty()
        .allSatisfy(
            resource ->
                assertThat(roles(resource.getAnnotationOfType(RolesAllowed.class)))
                    .containsExactly(Role.Name.VIEWER));
    assertThat(endpoints().filter(endpoint -> endpoint.isAnnotatedWith(GET.class)))
        .isNotEmpty()
        .noneMatch(endpoint -> endpoint.isAnnotatedWith(RolesAllowed.class));
  }

  @Test
  void shouldChangeNothingButForAnOperator() {
    assertThat(endpoints().filter(EndpointRolesTest::changes))
        .isNotEmpty()
        .allSatisfy(
            endpoint ->
                assertThat(roles(endpoint.getAnnotationOfType(RolesAllowed.class)))
                    .containsExactly(Role.Name.OPERATOR));
  }

  @Test
  void shouldOnlyShowSchemasToEverybody() {
    assertThat(SchemaResource.class.isAnnotationPresent(PermitAll.class)).isTrue();
    assertThat(
            new ClassFileImporter()
                .importClass(SchemaResource.class).getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Path.class)))
        .hasSize(1)
        .allMatch(method -> method.isAnnotatedWith(GET.class));
  }

  /** An estimate is a question, asked by POST. */
  private static boolean changes(JavaMethod endpoint) {
    return !endpoint.getOwner().isEquivalentTo(EstimateResource.class)
        && CHANGES.stream().anyMatch(endpoint::isAnnotatedWith);
  }

  private Stream<JavaMethod> endpoints() {
    return resources.stream().flatMap(resource -> resource.getMethods().stream());
  }

  private static String[] roles(RolesAllowed annotation) {
    return annotation.value();
  }
}

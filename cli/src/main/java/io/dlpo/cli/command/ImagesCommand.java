package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.image.BuiltImage;
import io.dlpo.cli.image.ImageBuild;
import io.dlpo.cli.image.ImageBuilder;
import io.dlpo.cli.image.ImagePlatform;
import io.dlpo.cli.image.ImageRegistry;
import io.dlpo.cli.image.ImageSource;
import io.dlpo.cli.image.ImageTag;
import io.dlpo.cli.image.SourceCheckout;
import io.dlpo.cli.image.ToolRunner;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.ControlCharacterEscaper;
import io.dlpo.cli.view.ImageTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo images}. */
@Command(
    name = "images",
    description = {
      "Build the images of the services and of the simulator with docker buildx.",
      "They have labels and an SBOM, and stay in the local engine unless they are pushed."
    },
    footer = {
      "  ./dlpo images",
      "  ./dlpo images --aot --push registry.example.com/team",
      "  ./dlpo images --platform linux/amd64,linux/arm64 --push localhost:5000"
    })
public final class ImagesCommand implements Callable<Integer> {

  @Option(
      names = "--push",
      paramLabel = "REGISTRY",
      description = "Push the images to REGISTRY, which docker is logged in to.")
  private @Nullable String registry;

  @Option(
      names = "--platform",
      split = ",",
      paramLabel = "PLATFORM",
      description =
          "linux/amd64, linux/arm64 or both, which needs --push. Default: the platform of the"
              + " engine.")
  private List<String> platforms = List.of();

  @Option(
      names = "--tag",
      paramLabel = "VERSION",
      description =
          "Version of the images. Default: 1.2.3 on a commit with the tag v1.2.3, else the version"
              + " in pom.xml.")
  private @Nullable String tag;

  @Option(names = "--aot", description = "Add Java's AOT cache: larger images that start faster.")
  private boolean aot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console err = Console.stderr(spec);
    ToolRunner tools =
        new ToolRunner(Installation.ofEnvironment().root(), UnaryOperator.identity());
    ImageSource source = new SourceCheckout(tools).source();
    ImageBuild build =
        new ImageBuild(
            ImagePlatform.parse(platforms),
            Optional.ofNullable(registry).map(ImageRegistry::new),
            new ImageTag(tag == null ? source.version() : tag),
            source,
            aot);
    List<BuiltImage> images =
        new ImageBuilder(
                tools,
                Optional.ofNullable(System.getenv("DLPO_NO_BUILD")).orElse("").isEmpty(),
                line -> err.printlnUnbroken(ControlCharacterEscaper.text(line)))
            .build(build);
    ImageTable.print(images, Console.stdout(spec));
    return ExitStatus.DONE;
  }
}

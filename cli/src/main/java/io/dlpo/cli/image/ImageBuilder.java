package io.dlpo.cli.image;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Builds all images, one after the other. */
public final class ImageBuilder {

  private final ToolRunner tools;
  private final DockerEngine engine;
  private final SbomBuild sboms;
  private final Consumer<String> line;

  /**
   * Creates a builder.
   *
   * @param line gets what the programs print
   */
  public ImageBuilder(ToolRunner tools, boolean mayPackage, Consumer<String> line) {
    this.tools = tools;
    this.engine = new DockerEngine(tools);
    this.sboms = new SbomBuild(tools, mayPackage);
    this.line = line;
  }

  /**
   * Builds the images, and loads or pushes them.
   *
   * @throws io.dlpo.cli.CliException if something is missing, or a build or a push fails
   */
  public List<BuiltImage> build(ImageBuild build) {
    engine.require(build);
    sboms.run(line);
    return ImageBuild.MODULES.stream().map(module -> build(build, module)).toList();
  }

  private BuiltImage build(ImageBuild build, String module) {
    String image = build.image(module);
    line.accept("building " + image + " …");
    engine.build(build, module, line);
    return new BuiltImage(
        image,
        build.registry().isPresent() ? OptionalLong.empty() : engine.size(image),
        SbomFile.of(tools.root(), module).components());
  }
}

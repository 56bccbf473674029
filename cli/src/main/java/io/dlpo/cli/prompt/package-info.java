/** Prompts in files: reads them as other tools write them, and writes them for other tools. */
@NullMarked
package io.dlpo.cli.prompt;

import org.jspecify.annotations.NullMarked;

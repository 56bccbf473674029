/** Prompts: sentence splitting, frozen spans and template variables. */
@NullMarked
package io.dlpo.core.prompt;

import org.jspecify.annotations.NullMarked;

/**
 * What an endpoint sends, as one kind of reply: endpoints report thoughts, refusals and errors in
 * many forms.
 */
@NullMarked
package io.dlpo.gateway.reply;

import org.jspecify.annotations.NullMarked;

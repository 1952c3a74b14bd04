/** What the sandbox's chat costs: polls that wait, and conversations at once. */
@NullMarked
package io.axptoken.bench.chat;

import org.jspecify.annotations.NullMarked;

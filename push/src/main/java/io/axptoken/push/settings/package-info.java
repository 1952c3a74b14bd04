/** What the connector can be configured with, as records. */
@NullMarked
package io.axptoken.push.settings;

import org.jspecify.annotations.NullMarked;

/** Makes the settings of what operators have written, and the reference of them. */
@NullMarked
package io.axptoken.server.settings.load;

import org.jspecify.annotations.NullMarked;

/** Rules over more than one setting, and what is fit for production. */
@NullMarked
package io.axptoken.server.settings.rules;

import org.jspecify.annotations.NullMarked;

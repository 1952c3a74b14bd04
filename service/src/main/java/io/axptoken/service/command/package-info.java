/** What the command lines of our programs have in common. */
@NullMarked
package io.axptoken.service.command;

import org.jspecify.annotations.NullMarked;

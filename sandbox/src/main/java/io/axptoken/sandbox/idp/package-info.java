/** An OpenID Connect provider of made-up users, to try and test sign-in without a real one. */
@NullMarked
package io.axptoken.sandbox.idp;

import org.jspecify.annotations.NullMarked;

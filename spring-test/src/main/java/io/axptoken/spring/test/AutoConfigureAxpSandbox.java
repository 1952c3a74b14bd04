package io.axptoken.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a sandbox platform with the application of a test class and leads all its integrations
 * there, whatever its properties say. The sandbox is a bean of type {@code AxpSandbox}, lives as
 * long as the application's context, and is as if just started before each test.
 *
 * <p>The properties {@code axp.sandbox.base-uri} and {@code axp.sandbox.issuer-uri} say where it
 * and its sign-in are. Tests that share it must not run beside each other.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AutoConfigureAxpSandbox {
  /**
   * Whether Spring Security's resource server trusts the sandbox's made-up users: sets {@code
   * spring.security.oauth2.resourceserver.jwt.issuer-uri}.
   *
   * @return by default yes
   */
  boolean signIn() default true;
}

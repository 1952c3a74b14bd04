package io.axptoken.server.settings.schema;

import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.ValueType;
import java.util.regex.Pattern;

/** Names of AWS application load balancers. */
final class LoadBalancerArn {
  private static final String SYNTAX =
      "the ARN of an application load balancer, such as"
          + " arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/0123456789abcdef";
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/[^/ ]+/[0-9a-f]+");

  static final ValueType.One<String> TYPE =
      ValueType.of(
          SYNTAX,
          text -> {
            if (ARN.matcher(text).matches()) {
              return text;
            }
            throw InvalidValue.of("must be " + SYNTAX);
          });

  private LoadBalancerArn() {}
}

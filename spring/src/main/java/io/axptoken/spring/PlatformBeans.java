package io.axptoken.spring;

import io.axptoken.client.TokenPlatform;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Registers one bean of type {@link TokenPlatform} for each integration: {@code axpTokenPlatform}
 * if there is but one without a name, else {@code axp.NAME} with the name as its qualifier. They
 * are taken out of {@link TokenPlatforms}, which closes them.
 */
final class PlatformBeans implements BeanDefinitionRegistryPostProcessor {
  /** The bean of the only integration. */
  static final String ONLY = "axpTokenPlatform";

  private final Environment environment;

  PlatformBeans(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    AxpProperties properties = Binder.get(environment).bindOrCreate("axp", AxpProperties.class);
    Set<String> names = properties.complete().keySet();
    String primary = properties.getPrimary();
    if (primary != null && !names.contains(primary)) {
      throw new AxpConfigurationException(
          "axp.primary: there is no integration " + primary + " below axp.integrations");
    }
    names.forEach(name -> register(registry, name, name.equals(primary)));
  }

  private static void register(BeanDefinitionRegistry registry, String name, boolean primary) {
    RootBeanDefinition bean = new RootBeanDefinition(TokenPlatform.class);
    bean.setInstanceSupplier(() -> beans(registry).getBean(TokenPlatforms.class).get(name));
    bean.setPrimary(primary);
    bean.setDestroyMethodName("");
    bean.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
    registry.registerBeanDefinition(
        name.equals(TokenPlatforms.DEFAULT) ? ONLY : "axp." + name, bean);
  }

  private static ConfigurableListableBeanFactory beans(BeanDefinitionRegistry registry) {
    return (ConfigurableListableBeanFactory) registry;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}
}

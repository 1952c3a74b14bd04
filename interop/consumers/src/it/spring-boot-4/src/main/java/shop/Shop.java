package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A web shop whose users are known by the tokens of its identity provider. */
@SpringBootApplication
public class Shop {
  /** Starts the shop. */
  public static void main(String[] arguments) {
    SpringApplication.run(Shop.class, arguments);
  }
}

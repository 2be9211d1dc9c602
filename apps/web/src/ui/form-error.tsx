import styles from "./form-error.module.css";
import { Icon } from "./icon";

/** Why a form was refused. The region is always there, so that its text is read out when it comes. */
export function FormError({ text }: { text: string | null }) {
  return (
    <div role="alert" className={styles["region"]}>
      {text !== null && (
        <p className={styles["error"]}>
          <Icon name="alert" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}

import { Button } from "./button";
import { Dialog } from "./dialog";
import { Form, FormActions } from "./form";

interface ConfirmProps {
  /** Names the object. */
  title: string;
  /** Names the loss. */
  text: string;
  confirm: string;
  cancel: string;
  error: string | null;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Only for what cannot be taken back; everything else is done at once and can be undone. */
export function Confirm({ title, text, confirm, cancel, error, isBusy, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} closeLabel={cancel} onClose={onClose}>
      <Form error={error} onSubmit={onConfirm}>
        <p>{text}</p>
        <FormActions>
          <Button data-autofocus="" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" look="danger" busy={isBusy}>
            {confirm}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

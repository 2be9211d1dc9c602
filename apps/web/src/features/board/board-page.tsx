interface BoardPageProps {
  unitKey: string;
  under: boolean;
}

export function BoardPage({ unitKey, under }: BoardPageProps) {
  return (
    <p>
      {unitKey} {String(under)}
    </p>
  );
}
